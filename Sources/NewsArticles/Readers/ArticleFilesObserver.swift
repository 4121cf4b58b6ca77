/// Is told which files the articles come from, by the thread that reads.
package protocol ArticleFilesObserver: AnyObject {
  /// Whether a file is to be read; asked before it is opened.
  func shouldRead(_ file: SourceFile) -> Bool
  /// All that a file holds was handed out.
  func didRead(_ file: SourceFile)
}
