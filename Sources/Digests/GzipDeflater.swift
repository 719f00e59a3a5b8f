import CZlib

/// Deflates into one gzip member (RFC 1952) step by step. The same bytes make the same output: no time is written.
public final class GzipDeflater {
    private let stream: UnsafeMutablePointer<z_stream>

    /// Starts at a level from 1 (fast) to 9 (small).
    ///
    /// - Throws: `GzipError.outOfMemory`.
    public init(level: Int = 6) throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard stillwatch_gzip_init(stream, Int32(min(max(level, 1), 9))) == Z_OK else {
            stream.deallocate()
            throw GzipError.outOfMemory
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Takes in the next bytes and returns what is ready so far, which may be nothing.
    public func deflate(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        if let ready = bytes.withContiguousStorageIfAvailable({ run(UnsafeRawBufferPointer($0), Z_NO_FLUSH) }) {
            return ready
        }
        return Array(bytes).withUnsafeBytes { run($0, Z_NO_FLUSH) }
    }

    /// Returns what is left; nothing may be deflated after it.
    public func finish() -> [UInt8] {
        run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
    }

    private func run(_ input: UnsafeRawBufferPointer, _ flush: Int32) -> [UInt8] {
        var output: [UInt8] = []
        var rest = input
        let room = 64 * 1024
        while true {
            let offered = UInt32(clamping: rest.count)
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.bindMemory(to: UInt8.self).baseAddress)
                stream.pointee.avail_in = offered
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(room)
                // Fails only when called again after its end, which leaves the chunk empty and ends the loop.
                _ = CZlib.deflate(stream, flush)
                count = room - Int(stream.pointee.avail_out)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[Int(offered - stream.pointee.avail_in)...])
            stream.pointee.avail_in = 0
            output.append(contentsOf: chunk)
            if rest.isEmpty, chunk.count < room { return output }
        }
    }
}
