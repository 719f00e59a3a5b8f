import Digests

/// A window that moves over a source: the bytes that were read and not yet consumed.
final class ByteWindow {
    private let input: ByteInput
    private var storage: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Whether the source has no more bytes than the window holds.
    private(set) var isAtEnd = false
    /// Whether the source ended because its gzip stream is damaged or cut.
    private(set) var isDamaged = false
    /// How many bytes of the source, after inflating, lie before the window.
    private(set) var offset = 0

    init(_ input: ByteInput) {
        self.input = input
        storage = .allocate(byteCount: 1 << 20, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    /// The bytes in the window; valid until the window is filled or let go.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: storage[start..<end]).bindMemory(to: UInt8.self)
    }

    /// Moves the window's beginning forward.
    func consume(_ count: Int) {
        start += count
        offset += count
    }

    /// Reads more behind the bytes in the window.
    ///
    /// - Returns: whether there were any.
    func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        if start > 0 {
            storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
            end -= start
            start = 0
        }
        if end == storage.count { grow() }
        let room = UnsafeMutableRawBufferPointer(rebasing: storage[end...])
        let count: Int
        do {
            count = try input.read(into: room)
        } catch is GzipError {
            isDamaged = true
            isAtEnd = true
            return false
        }
        end += count
        isAtEnd = count == 0
        return count > 0
    }

    /// Fills until the window holds `count` bytes or all that are left.
    func fill(to count: Int) throws {
        while bytes.count < count, try fill() {}
    }

    private func grow() {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: storage.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(storage))
        storage.deallocate()
        storage = larger
    }
}
