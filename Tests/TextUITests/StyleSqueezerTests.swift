import Testing
import TextUI

@Suite struct StyleSqueezerTests {
    private func squeeze(_ frames: String...) -> [String] {
        var squeezer = StyleSqueezer()
        return frames.map { String(decoding: squeezer.squeeze(Array($0.utf8)), as: UTF8.self) }
    }

    @Test func `a colour that is set again is not written again`() {
        let frame =
            "\u{1B}[38;5;252m\u{1B}[48;5;233mone \u{1B}[38;5;246m\u{1B}[48;5;233mtwo\u{1B}[39;49m\u{1B}(B\u{1B}[m"
        #expect(squeeze(frame) == ["\u{1B}[38;5;252;48;5;233mone \u{1B}[38;5;246mtwo\u{1B}(B\u{1B}[m"])
    }

    @Test func `bold ends by itself and takes no colour with it`() {
        let frame = "\u{1B}[0;1m\u{1B}[31m\u{1B}[44ma\u{1B}(B\u{1B}[0m\u{1B}[31m\u{1B}[44mb\u{1B}[m"
        #expect(squeeze(frame) == ["\u{1B}[1;31;44ma\u{1B}(B\u{1B}[22mb\u{1B}[m"])
    }

    @Test func `each frame ends plain, and one that sets styles and draws nothing writes nothing`() {
        #expect(squeeze("\u{1B}[1ma", "\u{1B}[1mb\u{1B}[m") == ["\u{1B}[1ma", "b\u{1B}[m"])
        #expect(squeeze("\u{1B}[31m\u{1B}[m") == [""])
    }

    @Test func `what moves the cursor passes before the style, and what erases after it`() {
        #expect(squeeze("\u{1B}[31m\u{1B}[3;4H\u{1B}[K\u{1B}[m") == ["\u{1B}[3;4H\u{1B}[31m\u{1B}[K\u{1B}[m"])
    }

    @Test func `exact colours pass in both spellings`() {
        #expect(squeeze("\u{1B}[38;2;1;2;3mx\u{1B}[m") == ["\u{1B}[38;2;1;2;3mx\u{1B}[m"])
        #expect(squeeze("\u{1B}[38:2::1:2:3mx\u{1B}[m") == ["\u{1B}[38:2::1:2:3mx\u{1B}[m"])
    }

    @Test func `a code that nobody knows passes as it is, and the next style is written whole`() {
        #expect(squeeze("\u{1B}[31ma\u{1B}[99;5mb\u{1B}[31mc") == ["\u{1B}[31ma\u{1B}[99;5m\u{1B}[;31mbc"])
    }

    @Test func `after somebody else wrote, a style is written whole`() {
        var squeezer = StyleSqueezer()
        _ = squeezer.squeeze(Array("\u{1B}[31ma".utf8))
        squeezer.forget()
        let frame = squeezer.squeeze(Array("b".utf8))
        #expect(String(decoding: frame, as: UTF8.self) == "\u{1B}[;31mb")
    }

    @Test func `every byte of a text passes, whatever is around it`() {
        let text = "日本 ▁▂▃ \r\n\u{08}x"
        #expect(squeeze(text) == [text])
    }
}
