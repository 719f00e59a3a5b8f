import Digests
import Foundation
import HostileText

/// The bytes of a source in order, inflated where they begin as gzip does, whatever the source is called.
final class ByteInput {
    private enum Origin {
        case descriptor(Int32, mustClose: Bool)
        case memory([UInt8])
    }

    private let name: UntrustedText
    private let limit: Int
    private var origin: Origin
    private var rawIsAtEnd = false
    private var memoryPlace = 0
    /// Raw bytes read ahead, from `rawStart` on.
    private var raw: [UInt8] = []
    private var rawStart = 0
    private var inflater: GzipInflater?
    private var hasSniffed = false
    private var delivered = 0

    /// Opens a source of which at most `limit` bytes are to be read, after inflating.
    ///
    /// - Throws: `LogSourceError.cannotOpen`.
    init(_ source: LogSource, limit: Int) throws {
        name = source.name
        self.limit = limit
        switch source {
        case .standardInput: origin = .descriptor(STDIN_FILENO, mustClose: false)
        case .bytes(let bytes, _): origin = .memory(bytes)
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw LogSourceError.cannotOpen(name, code: errno) }
            origin = .descriptor(descriptor, mustClose: true)
        }
    }

    deinit {
        if case .descriptor(let descriptor, true) = origin { close(descriptor) }
    }

    /// Reads the next bytes into a buffer that is not empty.
    ///
    /// - Returns: how many; 0 at the end.
    /// - Throws: ``LogSourceError``, or `GzipError` for a damaged or truncated gzip stream.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if !hasSniffed { try sniff() }
        let count = try inflater.map { try inflate($0, into: buffer) } ?? copy(into: buffer)
        delivered += count
        guard delivered <= limit else { throw LogSourceError.tooLarge(name, limit: limit) }
        return count
    }

    private func sniff() throws {
        hasSniffed = true
        while raw.count < 2, !rawIsAtEnd { try fill() }
        if Gzip.begins(raw) { inflater = try GzipInflater() }
    }

    private func copy(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if rawStart == raw.count {
            if rawIsAtEnd { return 0 }
            return try readRaw(into: buffer)
        }
        let count = min(buffer.count, raw.count - rawStart)
        buffer.copyBytes(from: raw[rawStart..<(rawStart + count)])
        rawStart += count
        return count
    }

    private func inflate(_ inflater: GzipInflater, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let start = rawStart
            let (count, used) = try raw.withUnsafeBytes { all in
                var input = UnsafeRawBufferPointer(rebasing: all[start...])
                let offered = input.count
                let count = try inflater.inflate(&input, into: buffer)
                return (count, offered - input.count)
            }
            rawStart += used
            if count > 0 { return count }
            if rawIsAtEnd {
                guard inflater.isAtEnd else { throw GzipError.truncated }
                return 0
            }
            try fill()
        }
    }

    /// Reads more raw bytes behind those that are still to be used.
    private func fill() throws {
        raw.removeSubrange(..<rawStart)
        rawStart = 0
        let room = 256 * 1024
        let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = try readRaw(into: UnsafeMutableRawBufferPointer(buffer))
        }
        raw.append(contentsOf: chunk)
    }

    private func readRaw(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch origin {
        case .memory(let bytes):
            let count = min(buffer.count, bytes.count - memoryPlace)
            buffer.copyBytes(from: bytes[memoryPlace..<(memoryPlace + count)])
            memoryPlace += count
            rawIsAtEnd = memoryPlace == bytes.count
            return count
        case .descriptor(let descriptor, _):
            while true {
                let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw LogSourceError.cannotRead(name, code: errno) }
                rawIsAtEnd = count == 0
                return count
            }
        }
    }
}
