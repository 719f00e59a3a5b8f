import Crypto
public import Foundation

extension UUID {
    /// The name-based UUID of version 5 (RFC 9562, section 5.5): SHA-1 over the namespace and the name.
    public init(version5Of name: some Sequence<UInt8>, in namespace: UUID) {
        var function = Insecure.SHA1()
        withUnsafeBytes(of: namespace.uuid) { function.update(bufferPointer: $0) }
        function.update(data: Array(name))
        var bytes = Array(function.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0f | 0x50
        bytes[8] = bytes[8] & 0x3f | 0x80
        self.init(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
