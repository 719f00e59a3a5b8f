import Evidence

extension BundleContents {
    /// The same contents with every list in one certain order, so that equal contents make equal files.
    func ordered() -> BundleContents {
        var contents = self
        contents.accounts.sort { $0.id < $1.id }
        contents.flags.sort { $0.id < $1.id }
        contents.signals.sort { left, right in
            if left.subject != right.subject { return left.subject < right.subject }
            if left.contribution != right.contribution { return left.contribution > right.contribution }
            return left.name.rawValue < right.name.rawValue
        }
        contents.clusters.sort { $0.id < $1.id }
        contents.memberships.sort { ($0.cluster, $0.account) < ($1.cluster, $1.account) }
        contents.edges.sort { ($0.a, $0.b) < ($1.a, $1.b) }
        contents.indicators.sort { $0.id < $1.id }
        contents.templates.sort { $0.id < $1.id }
        contents.exchanges.sort { ($0.exchange.at, $0.exchange.id) < ($1.exchange.at, $1.exchange.id) }
        contents.labels.sort { ($0.at, $0.id) < ($1.at, $1.id) }
        contents.audit.sort { $0.number < $1.number }
        return contents
    }
}
