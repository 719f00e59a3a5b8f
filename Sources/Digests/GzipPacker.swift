import CZlib

/// Deflates many short things one after the other, each into a gzip member of its own, with one deflater's memory.
///
/// Starting anew for each costs more than a short text takes: the window and the tables are kept small, which loses nothing
/// on what is shorter than the window, and longer texts are deflated as ``Gzip/deflate(_:level:)`` does.
public final class GzipPacker {
    private let stream: UnsafeMutablePointer<z_stream>
    private var room: [UInt8] = []
    /// 8 kB: what is longer gains from a larger window.
    private static let windowBits: Int32 = 13
    private static let memoryLevel: Int32 = 5

    /// Starts a deflater.
    ///
    /// - Throws: `GzipError.outOfMemory`.
    public init() throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard stillwatch_small_gzip_init(stream, 6, GzipPacker.windowBits, GzipPacker.memoryLevel) == Z_OK else {
            stream.deallocate()
            throw GzipError.outOfMemory
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Deflates bytes into one gzip member. The same bytes make the same output.
    ///
    /// - Throws: `GzipError.outOfMemory`.
    public func pack(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
        guard let packed = bytes.withContiguousStorageIfAvailable({ short($0) }) ?? nil else {
            return try Gzip.deflate(bytes)
        }
        return packed
    }

    /// Deflates what fits the window; `nil` for what does not.
    private func short(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.count <= 1 << GzipPacker.windowBits, deflateReset(stream) == Z_OK else { return nil }
        let bound = Int(deflateBound(stream, UInt(bytes.count)))
        if room.count < bound { room = Array(repeating: 0, count: bound) }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        let count: Int? = room.withUnsafeMutableBufferPointer { output in
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            guard CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END else { return nil }
            return output.count - Int(stream.pointee.avail_out)
        }
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return count.map { Array(room[..<$0]) }
    }
}
