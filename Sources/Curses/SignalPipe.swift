internal import CTerminalRescue
internal import Dispatch
internal import Foundation

/// Carries SIGWINCH, SIGTSTP and SIGCONT from their handler to the main actor.
struct SignalPipe {
    private let ends: (read: Int32, write: Int32)
    private var source: (any DispatchSourceRead)?

    init() throws(TerminalProblem) {
        var descriptors: [Int32] = [-1, -1]
        guard pipe(&descriptors) == 0 else { throw .system(call: "pipe", number: errno) }
        ends = (descriptors[0], descriptors[1])
        for end in descriptors {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    /// Calls a closure with each signal, repeated ones once.
    mutating func listen(_ body: @escaping @MainActor (Int32) -> Void) {
        let end = ends.read
        let source = DispatchSource.makeReadSource(fileDescriptor: end, queue: .main)
        source.setEventHandler {
            MainActor.assumeIsolated {
                var bytes = [UInt8](repeating: 0, count: 64)
                let count = read(end, &bytes, bytes.count)
                guard count > 0 else { return }
                for signal in Set(bytes.prefix(count)).sorted() { body(Int32(signal)) }
            }
        }
        source.resume()
        self.source = source
        _ = terminal_rescue_watch(ends.write)
    }

    /// Signals do again what they did before.
    mutating func close() {
        _ = terminal_rescue_watch(-1)
        source?.cancel()
        source = nil
        Foundation.close(ends.read)
        Foundation.close(ends.write)
    }
}
