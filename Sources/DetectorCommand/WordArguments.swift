public import ArgumentParser
public import LogFormats
public import Simulation

// Choices of other modules that a command line spells by their own words.

extension LogFormat: ExpressibleByArgument {}
extension Scenario.Preset: ExpressibleByArgument {}
extension Scenario.Infrastructure: ExpressibleByArgument {}
extension Scenario.TemplateStyle: ExpressibleByArgument {}
