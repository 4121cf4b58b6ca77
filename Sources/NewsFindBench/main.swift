import Glibc

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, arguments.first == "analysis", let path = arguments.last else {
  print("usage: newsfind-bench analysis ARTICLES")
  exit(2)
}
AnalysisBench(path: path).run(rounds: 7)
