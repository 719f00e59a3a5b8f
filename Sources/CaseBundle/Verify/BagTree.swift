import Foundation

/// Everything below a bag's directory, by path, without following a link.
struct BagTree {
    /// The bag's directory.
    let root: String
    /// The sizes of regular files in bytes.
    private(set) var files: [String: Int] = [:]
    /// Directories, and whether each is empty.
    private(set) var directories: [String: Bool] = [:]
    /// Links, devices, sockets and pipes.
    private(set) var others: [String] = []
    /// Entries whose name is not UTF-8, spelt with U+FFFD; they are not looked into.
    private(set) var illNamed: [String] = []

    /// Walks the directory.
    ///
    /// - Throws: `UnreadableBag`.
    init(at root: String) throws {
        self.root = root
        var status = stat()
        guard stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw UnreadableBag.notADirectory(path: root)
        }
        var waiting = [""]
        while let directory = waiting.popLast() {
            let names = try BagTree.names(in: path(directory))
            if !directory.isEmpty { directories[directory] = names.isEmpty }
            for name in names {
                let entry = directory.isEmpty ? name.text : directory + "/" + name.text
                guard name.isText else {
                    illNamed.append(entry)
                    continue
                }
                guard lstat(path(entry), &status) == 0 else { throw BagTree.problem(at: path(entry)) }
                switch status.st_mode & S_IFMT {
                case S_IFREG: files[entry] = Int(status.st_size)
                case S_IFDIR: waiting.append(entry)
                default: others.append(entry)
                }
            }
        }
        others.sort()
    }

    /// The files of the payload.
    var payload: [String] {
        files.keys.filter { $0.hasPrefix(BagLayout.payload + "/") }.sorted()
    }

    /// The files beside the payload.
    var tags: [String] {
        files.keys.filter { !$0.hasPrefix(BagLayout.payload + "/") }.sorted()
    }

    func path(_ entry: String) -> String {
        entry.isEmpty ? root : root + "/" + entry
    }

    /// The bytes of a regular file, at most `limit`.
    ///
    /// - Throws: `UnreadableBag`, also for a file that is longer.
    func data(of entry: String, limit: Int = 512 << 20) throws -> Data {
        let file = try open(entry)
        defer { file.closeFile() }
        do {
            let data = try file.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                throw UnreadableBag.cannotRead(path: path(entry), reason: "it is longer than \(limit) bytes")
            }
            return data
        } catch let error as UnreadableBag {
            throw error
        } catch {
            throw UnreadableBag.cannotRead(path: path(entry), reason: error.localizedDescription)
        }
    }

    /// Both digests of a regular file. O(size), in constant memory.
    func digests(of entry: String) throws -> DoubleDigest {
        let file = try open(entry)
        defer { file.closeFile() }
        var digest = DoubleDigest()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes { digest.update($0) }
            }
        } catch {
            throw UnreadableBag.cannotRead(path: path(entry), reason: error.localizedDescription)
        }
        return digest
    }

    private func open(_ entry: String) throws -> FileHandle {
        let descriptor = Foundation.open(path(entry), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw BagTree.problem(at: path(entry)) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// The names in a directory, and whether each is UTF-8.
    private static func names(in directory: String) throws -> [(text: String, isText: Bool)] {
        guard let stream = opendir(directory) else { throw problem(at: directory) }
        defer { closedir(stream) }
        var names: [(text: String, isText: Bool)] = []
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                let name = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                names.append((String(cString: name), String(validatingCString: name) != nil))
            }
        }
        return names.filter { $0.text != "." && $0.text != ".." }
    }

    private static func problem(at path: String) -> UnreadableBag {
        .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
}
