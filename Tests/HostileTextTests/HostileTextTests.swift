// HostileTextTests
