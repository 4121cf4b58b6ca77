"""newsfind and the engines it is measured against: each indexes a collection in a folder and searches it."""
import datetime
import glob
import hashlib
import json
import os
import shutil
import sys
import zipfile

from measuring import Failure, Latencies, bring_into_memory, marked_values, disk_bytes, run, run_timed, say, whole_process_ms

HERE = os.path.dirname(os.path.abspath(__file__))
THREADS = 2
TANTIVY = "tantivy==0.27.0"


class Pace:
    """How each class of queries is measured: rounds, seconds at most, by which clock."""

    def __init__(self, rounds, budget, clock):
        self.rounds, self.budget, self.clock = str(rounds), str(budget), clock


class Engine:
    """What all have in common; those that cannot search with snippets leave the mode out."""

    name = ""
    label = ""
    modes = ("snippets", "ids")
    # What tells one build of the engine from another, for the name of its index.
    version = ""

    def index_path(self, collection):
        return os.path.join(collection.folder, self.name + self.version)

    def build(self, collection, path):
        """Makes the index; returns the seconds it took and the most memory, in MB."""
        raise NotImplementedError

    def search_output(self, collection, mode, pace):
        """The rows of a run over all queries."""
        raise NotImplementedError

    def once_command(self, collection, word):
        """The command line of a search for a word by a process of its own."""
        raise NotImplementedError

    def indexed(self, collection, fresh):
        """What indexing took; an index that is there is kept, and so is what it took."""
        path = self.index_path(collection)
        note = path + ".json"
        if not fresh and os.path.exists(path) and os.path.exists(note):
            with open(note, encoding="utf-8") as file:
                return json.load(file) | {"is_kept": True}
        say(f"{collection.label}: {self.label} indexes {collection.articles:,} articles")
        remove(path)
        before = processor_seconds()
        seconds, peak_mb = self.build(collection, path)
        result = {"seconds": round(seconds, 3), "cpu_seconds": round(processor_seconds() - before, 3), "peak_mb": round(peak_mb, 1),
                  "made": datetime.date.today().isoformat(), "is_kept": False}
        with open(note, "w", encoding="utf-8") as file:
            json.dump(result, file)
        return result

    def size(self, collection):
        return disk_bytes(self.index_path(collection))

    def latencies(self, collection, mode, pace):
        say(f"{collection.label}: {self.label} searches, {mode}")
        bring_into_memory(self.index_path(collection))
        return Latencies.parse(self.search_output(collection, mode, pace))

    def cold_ms(self, collection, word):
        return whole_process_ms(self.once_command(collection, word))


class Newsfind(Engine):
    """The command as it was built, and newsfind-bench, which holds the same library."""

    name = "newsfind-"
    label = "newsfind"

    def __init__(self, command, bench, rebuilds=False, reuses=False):
        self.command, self.bench, self.rebuilds = command, bench, rebuilds
        self.reuses = reuses
        with open(command, "rb") as file:
            self.version = hashlib.file_digest(file, "sha256").hexdigest()[:12] if hasattr(hashlib, "file_digest") \
                else hashlib.sha256(file.read()).hexdigest()[:12]
        self.version += ("-rebuilt" if rebuilds else "") + ".sqlite"

    def index_path(self, collection):
        own = super().index_path(collection)
        others = sorted(glob.glob(os.path.join(collection.folder, self.name + "*.sqlite")), key=os.path.getmtime)
        return others[-1] if self.reuses and others and not os.path.exists(own) else own

    def build(self, collection, path):
        # An index of another build is of no use any more, and it is large.
        for other in glob.glob(os.path.join(collection.folder, self.name + "*.sqlite")):
            remove(other)
        return self.index(path, collection.file("articles.jsonl"), *(["--rebuild"] if self.rebuilds else []))

    def index(self, path, source, *options):
        return run_timed([self.command, "index", "--quiet", *options, "--index", path, source])

    def search_output(self, collection, mode, pace):
        return self.search_file(self.index_path(collection), collection, mode, pace)

    def search_file(self, path, collection, mode, pace):
        return run([self.bench, "search", path, collection.file("queries.tsv"), "--mode", mode, "--rows",
                    "--rounds", pace.rounds, "--budget", pace.budget, "--clock", pace.clock])

    def once_command(self, collection, word):
        return [self.command, "search", "--index", self.index_path(collection), word]

    def throughput(self, collection, threads, seconds):
        """Searches a second with some threads, with snippets."""
        say(f"{collection.label}: newsfind searches with {threads} threads")
        output = run([self.bench, "throughput", self.index_path(collection), collection.file("queries.tsv"),
                      "--threads", str(threads), "--budget", seconds])
        return float(output.split("\t")[1])


class BareFTS5(Engine):
    """SQLite's FTS5 as its documentation proposes it."""

    name = "bare.sqlite"
    label = "bare FTS5"

    def __init__(self, bench):
        self.bench = bench

    def build(self, collection, path):
        return seconds_and_memory(run([self.bench, "bare-index", collection.file("texts.tsv"), path]))

    def search_output(self, collection, mode, pace):
        return run([self.bench, "bare-search", self.index_path(collection), collection.file("queries.tsv"),
                    "--mode", mode, "--rows", "--rounds", pace.rounds, "--budget", pace.budget, "--clock", pace.clock])

    def once_command(self, collection, word):
        return [self.bench, "bare-once", self.index_path(collection), word]


class Tantivy(Engine):
    """Tantivy through its Python package."""

    name = "tantivy"
    label = "Tantivy"

    def __init__(self, python):
        self.call = [python, os.path.join(HERE, "tantivy_peer.py")]

    @classmethod
    def installed(cls, python, work):
        """Tantivy in a given Python, else in an environment of its own in the work folder."""
        if python is None:
            environment = os.path.join(work, "tantivy-python")
            python = os.path.join(environment, "bin", "python")
            if not os.path.exists(python):
                say(f"installing {TANTIVY}")
                run([sys.executable, "-m", "venv", environment])
                run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", TANTIVY])
        run([python, "-c", "import tantivy"])
        return cls(python)

    def build(self, collection, path):
        return seconds_and_memory(run([*self.call, "index", collection.file("texts.tsv"), path, str(THREADS)]))

    def search_output(self, collection, mode, pace):
        return run([*self.call, "search", self.index_path(collection), collection.file("queries.tsv"), mode,
                    pace.rounds, pace.budget, pace.clock])

    def once_command(self, collection, word):
        return [*self.call, "once", self.index_path(collection), word]


class Lucene(Engine):
    """Lucene with the classes of a jar that holds lucene-core and lucene-analysis-common."""

    name = "lucene"
    label = "Lucene"
    modes = ("ids",)

    def __init__(self, classes):
        self.call = ["java", "-Xmx2g", "-cp", classes, "LucenePeer"]

    @classmethod
    def installed(cls, jar, work):
        """Compiles the peer; only Lucene's part of the jar is put beside it, for a large one is slow to open."""
        if jar is None:
            raise Failure("no --lucene-jar was given")
        if not shutil.which("java") or not shutil.which("javac"):
            raise Failure("java and javac are not installed")
        folder = os.path.join(work, "lucene-classes")
        small = os.path.join(folder, "lucene.jar")
        os.makedirs(folder, exist_ok=True)
        if not os.path.exists(small):
            with zipfile.ZipFile(jar) as whole, zipfile.ZipFile(small + ".part", "w", zipfile.ZIP_DEFLATED) as part:
                for name in whole.namelist():
                    if name.startswith(("org/apache/lucene/", "META-INF/services/org.apache.lucene")):
                        part.writestr(name, whole.read(name))
            os.replace(small + ".part", small)
        run(["javac", "-nowarn", "-cp", small, "-d", folder, os.path.join(HERE, "LucenePeer.java")])
        return cls(f"{small}:{folder}")

    def build(self, collection, path):
        return seconds_and_memory(run([*self.call, "index", collection.file("texts.tsv"), path, str(THREADS)]))

    def search_output(self, collection, mode, pace):
        return run([*self.call, "search", self.index_path(collection), collection.file("queries.tsv"),
                    pace.rounds, pace.budget, pace.clock])

    def once_command(self, collection, word):
        return [*self.call, "once", self.index_path(collection), word]


def processor_seconds():
    """The processor time of all programs that were run."""
    times = os.times()
    return times.children_user + times.children_system


def seconds_and_memory(output):
    values = marked_values(output)
    return values["seconds"], values["peak_rss_kb"] / 1024


def remove(path):
    """Takes an index away: file or folder, and what lies beside it."""
    if os.path.isdir(path):
        shutil.rmtree(path)
    for name in (path, path + "-wal", path + "-shm", path + "-journal", path + ".json"):
        if os.path.lexists(name):
            os.remove(name)
