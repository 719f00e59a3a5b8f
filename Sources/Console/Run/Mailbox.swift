import Synchronization

/// Where messages wait for the loop. Whoever puts one in never waits, and the loop takes all at once.
public final class Mailbox: Sendable {
    private let waiting = Mutex<[Message]>([])
    private let bell: AsyncStream<Void>.Continuation
    /// Rings when something was put in; rings that nobody heard become one.
    let rings: AsyncStream<Void>

    /// Makes an empty mailbox.
    public init() {
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Puts a message in.
    public func put(_ message: Message) {
        waiting.withLock { $0.append(message) }
        bell.yield()
    }

    /// Whether nothing waits.
    var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

    /// Takes all that wait, in order.
    func take() -> [Message] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
