/// What a plan asks of FTS5 and of each row that it finds.
struct PlannedMatch {
  let expression: MatchExpression
  /// What to ask of the lists; `nil` where they cannot answer.
  let lists: ListQuery?
  /// What holds for all hits.
  let filter: ArticleFilter
  /// The filters of the plan.
  let filters: [ArticleFilter]

  /// What to ask of each row; `nil` where FTS5 finds just what is meant.
  func test(_ plan: QueryPlan) -> RowTest? {
    let isNeeded = expression.condition != nil || plan.leaves.contains { $0.written != nil }
    return isNeeded ? RowTest(plan, expression, filters) : nil
  }
}
