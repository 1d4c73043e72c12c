package com.lohnhaus.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;

record Employee(String id, BigDecimal gross, int taxClass) {}

record Payslip(String employee, BigDecimal net, BigDecimal tax) {
  private static final BigDecimal[] RATES = {
    new BigDecimal("0.14"), new BigDecimal("0.21"), new BigDecimal("0.33")
  };

  static Payslip of(Employee employee) {
    BigDecimal tax =
        employee.gross().multiply(RATES[employee.taxClass()]).setScale(2, RoundingMode.HALF_UP);
    return new Payslip(employee.id(), employee.gross().subtract(tax), tax);
  }
}
