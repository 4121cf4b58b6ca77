import NewsArticles

/// A news article: its texts and what is known of it.
public typealias Article = NewsArticles.Article
/// A date of publication, as precise as it was written.
public typealias ArticleDate = NewsArticles.ArticleDate
/// The form in which an article came.
public typealias ArticleFormat = NewsArticles.ArticleFormat
/// The articles of files and folders, as the readers see them; no index is needed.
public typealias ArticleFiles = NewsArticles.ArticleFiles
/// An article and where it was read.
public typealias ReadArticle = NewsArticles.ReadArticle
/// An input that could not be read: which, and why.
public typealias Rejection = NewsArticles.Rejection
