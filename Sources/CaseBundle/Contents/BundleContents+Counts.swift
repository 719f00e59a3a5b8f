extension BundleContents {
    /// How many rows of each kind the bundle holds, by the names that `query.json` uses.
    var rowCounts: [String: Int] {
        [
            "accounts": accounts.count,
            "audit": audit.count,
            "clusters": clusters.count,
            "edges": edges.count,
            "evidence": exchanges.count,
            "flags": flags.count,
            "indicators": indicators.count,
            "items": items.count,
            "labels": labels.count,
            "memberships": memberships.count,
            "notes": notes.count,
            "signals": signals.count,
            "templates": templates.count,
        ]
    }

    /// The names of ``rowCounts``, in order.
    static let rowNames = [
        "accounts", "audit", "clusters", "edges", "evidence", "flags", "indicators", "items", "labels", "memberships",
        "notes", "signals", "templates",
    ]
}
