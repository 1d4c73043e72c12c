package payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicReference;

/** Computes the payroll of a month by divide and conquer. */
public class PayrollRun {

    private static final int LEAF = 200;

    private final List<Employee> employees;
    private final BigDecimal[] net;
    private final AtomicReference<BigDecimal> highest = new AtomicReference<>(BigDecimal.ZERO);
    private BigDecimal taxes = BigDecimal.ZERO;
    private int leaves;

    public PayrollRun(List<Employee> employees) {
        this.employees = List.copyOf(employees);
        this.net = new BigDecimal[employees.size()];
    }

    public Result execute() {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        pool.invoke(new NetTask(0, employees.size()));
        Map<String, BigDecimal> byDepartment = pool.invoke(new DepartmentTask(0, employees.size()));
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal n : net) {
            total = total.add(n);
        }
        return new Result(total, taxes, highest.get(), byDepartment, leaves);
    }

    /** Fills in the net salaries; every task has a range of its own. */
    private final class NetTask extends RecursiveAction {
        private final int from;
        private final int to;

        NetTask(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from > LEAF) {
                int mid = from + to >>> 1;
                invokeAll(new NetTask(from, mid), new NetTask(mid, to));
                return;
            }
            BigDecimal tax = BigDecimal.ZERO;
            for (int i = from; i < to; i++) {
                Employee e = employees.get(i);
                BigDecimal t = e.gross().multiply(e.taxRate()).setScale(2, RoundingMode.HALF_UP);
                net[i] = e.gross().subtract(t);
                tax = tax.add(t);
                highest.accumulateAndGet(net[i], BigDecimal::max);
            }
            taxes = taxes.add(tax); // RACE rmw #1
            synchronized (PayrollRun.this) {
                leaves++;
            }
        }
    }

    /** Sums up the departments; the partial maps are merged after the join. */
    private final class DepartmentTask extends RecursiveTask<Map<String, BigDecimal>> {
        private final int from;
        private final int to;

        DepartmentTask(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Map<String, BigDecimal> compute() {
            Map<String, BigDecimal> sums;
            if (to - from > LEAF) {
                int mid = from + to >>> 1;
                DepartmentTask left = new DepartmentTask(from, mid);
                left.fork();
                sums = new DepartmentTask(mid, to).compute();
                left.join().forEach((d, n) -> sums.merge(d, n, BigDecimal::add));
                return sums;
            }
            sums = new HashMap<>();
            for (int i = from; i < to; i++) {
                sums.merge(employees.get(i).department(), net[i], BigDecimal::add);
            }
            return sums;
        }
    }

    public List<Employee> above(BigDecimal limit) {
        List<Employee> result = new ArrayList<>();
        for (int i = 0; i < net.length; i++) {
            if (net[i] != null && net[i].compareTo(limit) > 0) {
                result.add(employees.get(i));
            }
        }
        return result;
    }

    /** An employee. */
    public record Employee(String name, String department, BigDecimal gross, BigDecimal taxRate) {
    }

    /** Outcome of a run. */
    public record Result(BigDecimal net, BigDecimal taxes, BigDecimal highest,
            Map<String, BigDecimal> byDepartment, int leaves) {
    }
}
