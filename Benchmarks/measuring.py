"""Running programs, and what their figures come to."""
import math
import os
import statistics
import subprocess
import sys
import time


class Failure(Exception):
    """Something that keeps the benchmark from going on, as a sentence for people."""


def say(text):
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)


def percentile(percent, values):
    """The value that lies nearest to so many hundredths of the sorted list's way."""
    ordered = sorted(values)
    return ordered[((len(ordered) - 1) * percent + 50) // 100]


def run(command):
    """Runs a program to its end; returns what it printed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{os.path.basename(command[0])} failed (status {done.returncode}): {done.stderr.strip()[-1000:]}")
    return done.stdout


def run_timed(command):
    """Runs a program to its end; returns the seconds it took and the most memory it had, in MB."""
    start = time.perf_counter()
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, peak_kilobytes(process.pid))
            time.sleep(0.02)
        seconds = time.perf_counter() - start
        message = process.stderr.read()
    if process.returncode != 0:
        raise Failure(f"{os.path.basename(command[0])} failed (status {process.returncode}): {message.strip()[-1000:]}")
    return seconds, peak / 1024


def peak_kilobytes(process):
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
    except OSError:
        return 0


def whole_process_ms(command, runs=21):
    """The median time from a program's start to its end."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        took.append((time.perf_counter() - start) * 1000)
        if done.returncode != 0:
            raise Failure(f"{os.path.basename(command[0])} failed: {done.stderr.decode(errors='replace').strip()[-1000:]}")
    return statistics.median(took)


def disk_bytes(path):
    """The bytes of a file and of those that SQLite keeps beside it, or of all files of a folder."""
    return sum(os.path.getsize(name) for name in files_of(path))


def files_of(path):
    """A file and those that SQLite keeps beside it, or all files of a folder."""
    if os.path.isdir(path):
        return [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names]
    return [path + suffix for suffix in ("", "-wal", "-shm") if os.path.exists(path + suffix)]


def bring_into_memory(path):
    """Reads the files of an index, so that a search that is measured warm need not wait for the disk; returns their bytes."""
    count = 0
    for name in files_of(path):
        with open(name, "rb", buffering=0) as file:
            while block := file.read(1 << 24):
                count += len(block)
    return count


def marked_values(output):
    """The values of the lines that begin with '#'."""
    pairs = (line[1:].split("\t") for line in output.splitlines() if line.startswith("#"))
    return {name: float(value) for name, value in pairs}


class Latencies:
    """What each query of a run took, in milliseconds, by class and number."""

    def __init__(self, by_class, peak_mb, own_mb=None):
        self.by_class = by_class
        self.peak_mb = peak_mb
        # Without mapped files; None where the program does not tell.
        self.own_mb = own_mb

    @classmethod
    def parse(cls, output):
        """Reads rows of class, number, best, first, rounds and hits."""
        by_class = {}
        for line in output.splitlines():
            if not line.startswith("#"):
                name, number, best, *_ = line.split("\t")
                by_class.setdefault(name, {})[int(number)] = float(best)
        if not by_class:
            raise Failure("a run measured no query at all")
        marked = marked_values(output)
        return cls(by_class, marked.get("peak_rss_kb", 0) / 1024,
                   marked["own_rss_kb"] / 1024 if "own_rss_kb" in marked else None)

    def summary(self):
        """By class how many queries were measured, and p50, p95 and max."""
        return {name: {"n": len(took), "p50": percentile(50, took.values()), "p95": percentile(95, took.values()),
                       "max": max(took.values())} for name, took in self.by_class.items()}

    def ratios(self, peer):
        """By class how many times as long as a peer's p50 and p95 are, over the queries that were measured in both."""
        result = {}
        for name, took in self.by_class.items():
            both = took.keys() & peer.by_class.get(name, {}).keys()
            if both:
                result[name] = {
                    mark: ratio(percentile(percent, [took[key] for key in both]),
                                percentile(percent, [peer.by_class[name][key] for key in both]))
                    for mark, percent in (("p50", 50), ("p95", 95))}
        return result


def ratio(value, base):
    return value / base if base else math.inf
