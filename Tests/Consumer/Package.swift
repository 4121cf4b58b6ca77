// swift-tools-version: 6.1
import PackageDescription

// A package of somebody who uses the library: the example of the README, built and run by Scripts/test.
let package = Package(
  name: "consumer",
  dependencies: [.package(name: "newsfind", path: "../..")],
  targets: [
    .executableTarget(
      name: "Consumer", dependencies: [.product(name: "NewsFindKit", package: "newsfind")])
  ],
  swiftLanguageModes: [.v6]
)
