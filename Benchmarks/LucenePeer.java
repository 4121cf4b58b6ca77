import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene with its French analyzer on the texts and queries of a benchmark.
 *
 * <pre>
 * LucenePeer index TEXTS.tsv FOLDER THREADS
 * LucenePeer search FOLDER QUERIES.tsv ROUNDS BUDGET_SECONDS wall|cpu
 * LucenePeer once FOLDER WORD
 * </pre>
 *
 * index stores titles and texts and prints its seconds; search runs all queries for ten seconds, so that the JVM has compiled
 * what it is going to, then prints a row for each as newsfind-bench does; once prints the titles of ten hits.
 */
public final class LucenePeer {
  private static final String[] FIELDS = {"title", "body"};
  private static final double WARMING_SECONDS = 10;
  private static final int FEWEST_QUERIES = 10;
  private static final Analyzer ANALYZER = new FrenchAnalyzer();

  private final IndexSearcher searcher;

  private LucenePeer(String folder) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(folder))));
  }

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "index" -> index(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
      case "search" -> new LucenePeer(arguments[1]).measure(
          Files.readAllLines(Path.of(arguments[2])), Integer.parseInt(arguments[3]), Double.parseDouble(arguments[4]),
          arguments[5].equals("cpu"));
      case "once" -> new LucenePeer(arguments[1]).titles("word", arguments[2]).forEach(System.out::println);
      default -> throw new IllegalArgumentException("index, search or once");
    }
  }

  private static void index(String texts, String folder, int threads) throws Exception {
    long start = System.nanoTime();
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Path.of(folder)), config);
        BufferedReader lines = Files.newBufferedReader(Path.of(texts))) {
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) workers.add(new Thread(() -> addAll(lines, writer)));
      for (Thread worker : workers) worker.start();
      for (Thread worker : workers) worker.join();
    }
    System.out.printf(Locale.ROOT, "#seconds\t%.3f%n", seconds(start));
    printPeakMemory();
  }

  private static void addAll(BufferedReader lines, IndexWriter writer) {
    try {
      while (true) {
        String line;
        synchronized (lines) {
          line = lines.readLine();
        }
        if (line == null) return;
        String[] fields = line.split("\t", -1);
        Document document = new Document();
        document.add(new StringField("id", fields[0], Field.Store.YES));
        document.add(new TextField("title", fields[1], Field.Store.YES));
        document.add(new TextField("body", fields[2], Field.Store.YES));
        writer.addDocument(document);
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private Query query(String operator, String words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (operator.equals("phrase")) {
      for (String field : FIELDS) {
        Query phrase = new QueryBuilder(ANALYZER).createPhraseQuery(field, words);
        if (phrase != null) query.add(phrase, Occur.SHOULD);
      }
    } else if (operator.equals("prefix")) {
      for (String field : FIELDS) query.add(new PrefixQuery(new Term(field, words)), Occur.SHOULD);
    } else {
      for (String term : terms(words)) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String field : FIELDS) either.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        query.add(either.build(), operator.equals("all") ? Occur.MUST : Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static Set<String> terms(String words) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = ANALYZER.tokenStream("body", words)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) terms.add(term.toString());
      tokens.end();
    }
    return terms;
  }

  private List<String> titles(String operator, String words) throws IOException {
    List<String> titles = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query(operator, words), 10).scoreDocs) {
      titles.add(searcher.doc(hit.doc, Set.of("title")).get("title"));
    }
    return titles;
  }

  private static final class Measured {
    final int number;
    final String[] fields;
    double first;
    double best = Double.MAX_VALUE;
    int rounds;
    int hits;

    Measured(int number, String[] fields) {
      this.number = number;
      this.fields = fields;
    }
  }

  private void measure(List<String> lines, int rounds, double budget, boolean processorTime)
      throws IOException {
    Map<String, List<Measured>> classes = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t");
      classes.computeIfAbsent(fields[0], name -> new ArrayList<>()).add(new Measured(i, fields));
    }
    long warming = System.nanoTime();
    while (seconds(warming) < WARMING_SECONDS) {
      for (List<Measured> queries : classes.values()) {
        for (Measured query : queries) run(query, processorTime);
      }
    }
    for (List<Measured> queries : classes.values()) {
      long start = System.nanoTime();
      List<Measured> measured = new ArrayList<>();
      for (Measured query : queries) {
        if (measured.size() >= FEWEST_QUERIES && seconds(start) > budget / 3) break;
        query.first = run(query, processorTime);
        measured.add(query);
      }
      for (int round = 0; round < rounds && (round == 0 || seconds(start) < budget); round++) {
        for (Measured query : measured) {
          query.best = Math.min(query.best, run(query, processorTime));
          query.rounds++;
        }
      }
      for (Measured query : measured) {
        System.out.printf(Locale.ROOT, "%s\t%d\t%.4f\t%.4f\t%d\t%d%n", query.fields[0], query.number, query.best * 1000,
            query.first * 1000, query.rounds, query.hits);
      }
    }
    printPeakMemory();
  }

  private double run(Measured query, boolean processorTime) throws IOException {
    long start = now(processorTime);
    query.hits = titles(query.fields[2], query.fields[3]).size();
    return (now(processorTime) - start) / 1e9;
  }

  private static long now(boolean processorTime) {
    return processorTime ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void printPeakMemory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) System.out.println("#peak_rss_kb\t" + line.replaceAll("\\D", ""));
    }
  }
}
