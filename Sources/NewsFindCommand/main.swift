import Glibc

// A reader that goes away shows as an error of write(), which ends the command quietly.
signal(SIGPIPE, SIG_IGN)
// A file that may not grow shows as an error too, which is told.
signal(SIGXFSZ, SIG_IGN)
exit(CommandRun(Array(CommandLine.arguments.dropFirst())).run().rawValue)
