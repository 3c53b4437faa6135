internal import Fuzzing

// ODRL, and what sites publish of data mining.
Fuzzer.run { start, count in
  RightsFuzzing.readExpression(start, count)
}
