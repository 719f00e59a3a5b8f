import Digests
import Evidence
import HostileText

/// The tools that a request offered.
enum ToolList {
    /// Reads a list of names, or of tools as the common APIs describe them; `nil` if it is no list.
    static func tools(_ value: JSONValue) -> [Tool]? {
        value.decoded.array?.compactMap(tool)
    }

    private static func tool(_ value: JSONValue) -> Tool? {
        switch value {
        case .string(let name): return Tool(name: UntrustedText(name))
        case .object(let object):
            let inner = object["function"]?.object ?? object
            guard let name = (inner["name"] ?? object["name"] ?? object["type"])?.label else { return nil }
            let schema = inner["schema"] ?? inner["parameters"] ?? inner["input_schema"] ?? inner["inputSchema"]
            return Tool(name: UntrustedText(name), schemaHash: schema.map(hash))
        default: return nil
        }
    }

    /// The hash that the log carries, or that of the schema itself, the same however its members are ordered.
    private static func hash(of schema: JSONValue) -> UntrustedText {
        if case .string(let text) = schema, schema.decoded.string != nil { return UntrustedText(text) }
        return UntrustedText("sha256:" + SHA256Digest.of(schema.decoded.sortedBytes).hex)
    }
}
