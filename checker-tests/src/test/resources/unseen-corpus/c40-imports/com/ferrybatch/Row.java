package com.ferrybatch;

record Row(String key, long amount) {
  static Row parse(String line) {
    StringBuilder key = new StringBuilder();
    long amount = 0;
    boolean number = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ';') {
        number = true;
      } else if (!number) {
        key.append(c);
      } else if (Character.isDigit(c)) {
        amount = amount * 10 + (c - '0');
      } else {
        throw new IllegalArgumentException(line);
      }
    }
    return new Row(key.toString(), amount);
  }
}
