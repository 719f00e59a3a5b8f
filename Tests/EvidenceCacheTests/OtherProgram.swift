import GRDB

/// Somebody who opens the cache's file with another program, and with every right.
struct OtherProgram {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Whether the file let it happen.
    @discardableResult
    func run(_ sql: String) -> Bool {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            return true
        } catch {
            return false
        }
    }
}
