/// Gzip in one go.
public enum Gzip {
    /// Whether bytes begin as a gzip stream does.
    public static func begins(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.prefix(2).elementsEqual([0x1f, 0x8b])
    }

    /// Deflates bytes into one gzip member, at a level from 1 (fast) to 9 (small).
    ///
    /// - Throws: `GzipError.outOfMemory`.
    public static func deflate(_ bytes: some Sequence<UInt8>, level: Int = 6) throws -> [UInt8] {
        let deflater = try GzipDeflater(level: level)
        return deflater.deflate(bytes) + deflater.finish()
    }

    /// Inflates a whole gzip stream to at most `limit` bytes.
    ///
    /// - Throws: ``GzipError``; `.truncated` when the stream lacks its end.
    public static func inflate(_ bytes: some Sequence<UInt8>, limit: Int) throws -> [UInt8] {
        let inflater = try GzipInflater(limit: limit)
        let room = 64 * 1024
        var output: [UInt8] = []
        try Array(bytes).withUnsafeBytes { all in
            var rest = all
            while true {
                let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    count = try inflater.inflate(&rest, into: UnsafeMutableRawBufferPointer(buffer))
                }
                output.append(contentsOf: chunk)
                if chunk.count < room { break }
            }
        }
        guard inflater.isAtEnd else { throw GzipError.truncated }
        return output
    }
}
