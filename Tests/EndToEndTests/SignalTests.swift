import Foundation
import Testing

/// However the console ends, the terminal is as it was.
@Suite(.serialized) struct SignalTests {
    @Test func `the terminal is clean after every signal that ends the program`() throws {
        let folder = try Folder()
        let untouched = try Terminal(URL(fileURLWithPath: "/bin/sleep"), ["60"], environment: [:]).modes()
        #expect(untouched.contains("alternate 0 cursor 1 mouse 0"))
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGQUIT] {
            let terminal = try Terminal(Programs.console, ["--mouse"], environment: folder.environment)
            try terminal.wait(for: "The cache holds no flags yet")
            let program = try terminal.programID()
            #expect(try terminal.modes().contains("alternate 1"))
            Foundation.kill(program, signal)
            let deadline = Date().addingTimeInterval(10)
            // Ended and waited for by the shell of the terminal.
            while Foundation.kill(program, 0) == 0, Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
            #expect(Foundation.kill(program, 0) != 0, "signal \(signal)")
            #expect(try terminal.modes() == untouched, "signal \(signal)")
        }
    }

    @Test func `a terminal that can do nothing is refused with the command that draws without one`() throws {
        let outcome = try Programs.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["script", "-qec", "TERM=dumb \(Programs.console.path)", "/dev/null"])
        #expect(outcome.status != 0)
        #expect((outcome.output + outcome.messages).contains("stillwatch screen"))
    }
}
