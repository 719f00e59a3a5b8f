import CZlib

/// Inflates gzip (RFC 1952) step by step in bounded memory, several members one after the other included.
public final class GzipInflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let limit: Int
    /// Bytes of compressed input taken in so far.
    public private(set) var consumed = 0
    /// Bytes that came out so far.
    public private(set) var produced = 0
    /// Whether the input so far ends where a gzip member ends.
    public private(set) var isAtEnd = false

    /// Starts; nothing more than `limit` bytes comes out in all, whatever a hostile input promises.
    ///
    /// - Throws: `GzipError.outOfMemory`.
    public init(limit: Int = .max) throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        self.limit = limit
        guard stillwatch_inflate_init(stream, 31) == Z_OK else {
            stream.deallocate()
            throw GzipError.outOfMemory
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates from the front of `input`, which shrinks by what was read, into `output`, until one of them is used up.
    ///
    /// - Returns: the number of bytes written; 0 asks for more input.
    /// - Throws: `GzipError.damaged`, `.tooLarge`, `.outOfMemory`.
    public func inflate(_ input: inout UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) throws -> Int
    {
        var written = 0
        while written < output.count {
            if isAtEnd {
                guard !input.isEmpty else { break }
                guard inflateReset(stream) == Z_OK else { throw GzipError.damaged(at: consumed) }
                isAtEnd = false
            }
            let (read, wrote, status) = step(input, UnsafeMutableRawBufferPointer(rebasing: output[written...]))
            input = UnsafeRawBufferPointer(rebasing: input[read...])
            consumed += read
            written += wrote
            produced += wrote
            guard produced <= limit else { throw GzipError.tooLarge(limit: limit) }
            switch status {
            case Z_STREAM_END: isAtEnd = true
            case Z_OK, Z_BUF_ERROR: if read == 0, wrote == 0 { return written }
            // What came out before the damage is handed over first: zlib fails again when it is asked again.
            case _ where written > 0: return written
            case Z_MEM_ERROR: throw GzipError.outOfMemory
            default: throw GzipError.damaged(at: consumed)
            }
        }
        return written
    }

    private func step(
        _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, wrote: Int, status: Int32) {
        let offered = UInt32(clamping: input.count)
        let room = UInt32(clamping: output.count)
        let bytes = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.next_in = bytes
        stream.pointee.avail_in = offered
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = room
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        let read = Int(offered - stream.pointee.avail_in)
        let wrote = Int(room - stream.pointee.avail_out)
        stream.pointee.avail_in = 0
        stream.pointee.avail_out = 0
        return (read, wrote, status)
    }
}
