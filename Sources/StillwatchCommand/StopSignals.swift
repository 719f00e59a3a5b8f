import Dispatch
import Foundation

/// Calls a closure when somebody asks the program to stop: SIGINT, SIGTERM, SIGHUP.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// Listens from now on; the signals no longer end the program by themselves.
    init(_ numbers: [Int32] = [SIGINT, SIGTERM, SIGHUP], _ body: @escaping @Sendable () -> Void) {
        sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: body)
            source.resume()
            return source
        }
    }

    /// Listens no more.
    func end() {
        for source in sources { source.cancel() }
    }
}
