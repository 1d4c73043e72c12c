package com.brightbourse.match;

import java.util.HashMap;
import java.util.Map;

final class Ledger {
  long turnover;
  long fees;
  int settled;
  final Map<String, Integer> volumes = new HashMap<>();
}
