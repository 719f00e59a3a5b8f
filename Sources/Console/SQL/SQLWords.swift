/// The words that the SQL prompt completes: the documented views with their columns, and the words of a SELECT.
enum SQLWords {
    /// The documented views and their columns.
    static let views: [(name: String, columns: String)] = [
        ("account", "id organisation pathway score flagged exchanges firstAt lastAt"),
        ("exchange", "id account conversation at model inputTokens outputTokens status target template"),
        ("conversation", "id account firstAt lastAt turns"),
        ("flag", "id subject kind score status version at"),
        ("signal", "subject name value unit percentile contribution"),
        ("cluster", "id status size"),
        ("membership", "cluster account weight"),
        ("edge", "a b kinds weight"),
        ("labelEvent", "id subject label analyst at confidence supersedes"),
    ]
    private static let keywords = [
        "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "count(*)", "DESC", "AND", "LIKE",
    ]

    /// What a beginning could become: views first, then their columns, then words of SQL.
    static func completions(of beginning: String) -> [String] {
        let columns = views.flatMap { $0.columns.split(separator: " ").map(String.init) }
        var seen: Set<String> = []
        let all = (views.map(\.name) + columns + keywords).filter { seen.insert($0).inserted }
        guard !beginning.isEmpty else { return views.map(\.name) }
        let start = beginning.lowercased()
        return all.filter { $0.lowercased().hasPrefix(start) }
    }

    /// The columns of a view; for a column the views that have it.
    static func help(of word: String) -> String {
        if let view = views.first(where: { $0.name == word }) { return view.columns }
        let holders = views.filter { $0.columns.split(separator: " ").contains { $0 == word } }.map(\.name)
        return holders.isEmpty ? "" : "in " + holders.joined(separator: ", ")
    }
}
