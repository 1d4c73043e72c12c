package com.lohnhaus.payroll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Computes all payslips of a month; every run keeps control totals for the bank file. */
class PayrollRun {
  private final ExecutorService workers;
  private BigDecimal net = BigDecimal.ZERO;
  private BigDecimal tax = BigDecimal.ZERO;
  private int rejected;

  PayrollRun(ExecutorService workers) {
    this.workers = workers;
  }

  List<Future<Payslip>> run(List<Employee> staff) throws InterruptedException {
    List<Callable<Payslip>> jobs = new ArrayList<>();
    for (Employee employee : staff) {
      jobs.add(() -> settle(employee));
    }
    return workers.invokeAll(jobs);
  }

  private Payslip settle(Employee employee) {
    if (employee.gross().signum() < 0) {
      rejected++; // RACE rmw
      throw new IllegalArgumentException(employee.id());
    }
    Payslip slip = Payslip.of(employee);
    net = net.add(slip.net()); // RACE rmw
    BigDecimal soFar = tax; // RACE rmw #1
    tax = soFar.add(slip.tax()); // RACE rmw #1
    return slip;
  }

  BigDecimal net() {
    return net;
  }

  BigDecimal tax() {
    return tax;
  }

  int rejected() {
    return rejected;
  }
}

/** The tasks only compute; whoever asked for the run adds up. */
class SummedPayrollRun {
  private final ExecutorService workers;
  private BigDecimal net = BigDecimal.ZERO;
  private int rejected;

  SummedPayrollRun(ExecutorService workers) {
    this.workers = workers;
  }

  BigDecimal run(List<Employee> staff) throws InterruptedException {
    List<Callable<Payslip>> jobs = new ArrayList<>();
    for (Employee employee : staff) {
      jobs.add(() -> Payslip.of(employee));
    }
    for (Future<Payslip> done : workers.invokeAll(jobs)) {
      try {
        net = net.add(done.get().net());
      } catch (ExecutionException e) {
        rejected++;
      }
    }
    return net;
  }

  int rejected() {
    return rejected;
  }
}
