package com.till.money;

/** Values only. */
record Money(long cents, String currency) {
  Money plus(Money o) {
    long c = cents;
    c += o.cents;
    return new Money(c, currency);
  }
}
