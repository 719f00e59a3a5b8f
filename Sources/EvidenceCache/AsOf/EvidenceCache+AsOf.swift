import GRDB

extension EvidenceCache {
    /// The same cache as it was at a moment, to be read only. See ``AsOfViews`` for what is of then and what of now.
    ///
    /// It is a handle of its own, with what it needs in memory; it sees nothing that comes after it was opened.
    /// - Throws: ``CacheProblem``; a cache in memory has no second handle.
    public func asOf(_ moment: AsOf) throws -> EvidenceCache {
        guard let path else { throw CacheProblem.cannotOpen(path: ":memory:", reason: "a cache in memory has no past") }
        do {
            var configuration = EvidenceCache.configuration
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.inDatabase { db in try AsOfViews(moment: moment, db: db).make() }
            return try EvidenceCache(writer: queue, path: path)
        } catch let problem as CacheProblem {
            throw problem
        } catch {
            throw CacheProblem(error)
        }
    }
}
