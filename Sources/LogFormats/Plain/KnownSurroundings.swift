import Evidence

/// The surroundings that were read so far, so that what comes again and again is read, hashed and kept once.
struct KnownSurroundings {
    /// Hashes private details; `nil` where they stay as they are.
    private let hide: LogReader.Hiding?
    private var known: [Key: Surroundings] = [:]
    /// The most that are known; then they are learned anew, so that memory does not grow with what comes.
    private static let limit = 1 << 18
    /// The longest spelling that is kept, in bytes: whoever writes long ones must not fill the memory.
    private static let longest = 1 << 10

    private struct Key: Hashable {
        /// Tells keys apart without a look at their spelling, which lies elsewhere in memory.
        private let hash: Int
        private let spelling: Surroundings.Spelling
        private let images: Int?

        init(_ spelling: Surroundings.Spelling, images: Int?) {
            var hasher = Hasher()
            hasher.combine(spelling)
            hasher.combine(images)
            hash = hasher.finalize()
            self.spelling = spelling
            self.images = images
        }

        static func == (left: Key, right: Key) -> Bool {
            left.hash == right.hash && left.images == right.images && left.spelling == right.spelling
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(hash)
        }
    }

    /// Knows none yet.
    init(hiding hide: LogReader.Hiding?) {
        self.hide = hide
    }

    /// The surroundings that are spelt so, of an exchange with so many images. Long ones are read each time.
    ///
    /// - Parameter read: reads them if they are not known.
    mutating func surroundings(
        _ spelling: Surroundings.Spelling, images: Int?, _ read: () throws(RecordProblem) -> Surroundings
    ) throws(RecordProblem) -> Surroundings {
        guard spelling.byteCount <= KnownSurroundings.longest else { return try read() }
        let key = Key(spelling, images: images)
        if let surroundings = known[key] { return surroundings }
        var surroundings = try read()
        if let hide { surroundings.hide(by: hide) }
        if known.count >= KnownSurroundings.limit { known.removeAll() }
        known[key] = surroundings
        return surroundings
    }
}

extension Surroundings {
    /// Hashes the private details.
    fileprivate mutating func hide(by hide: LogReader.Hiding) {
        guard let secrets else { return }
        let exchange = Exchange(
            id: ExchangeID(""), account: account, at: Instant(milliseconds: 0), circumstances: circumstances)
        circumstances = hide(LoggedExchange(exchange, secrets: secrets.value)).circumstances
        self.secrets = nil
    }
}
