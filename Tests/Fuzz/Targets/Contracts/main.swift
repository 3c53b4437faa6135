internal import Fuzzing

// Terms of use in YAML.
Fuzzer.run { start, count in
  ConfigurationFuzzing.readTerms(start, count)
}
