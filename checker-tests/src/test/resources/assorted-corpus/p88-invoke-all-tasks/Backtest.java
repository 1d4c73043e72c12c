package quant.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Each strategy is evaluated by its own task with its own portfolio; merged after invokeAll. */
public class Backtest {
    interface Strategy {
        int signal(double[] prices, int day);
    }

    static final class Portfolio {
        double cash = 100_000;
        int shares;
        int trades;
        final Map<Integer, Double> equity = new HashMap<>();

        void trade(int n, double price) {
            cash -= n * price;
            shares += n;
            trades++;
        }

        void mark(int day, double price) {
            equity.put(day, cash + shares * price);
        }
    }

    static final class Run implements Callable<Portfolio> {
        private final Strategy strategy;
        private final double[] prices;
        private final Portfolio portfolio = new Portfolio();
        private int days;

        Run(Strategy strategy, double[] prices) {
            this.strategy = strategy;
            this.prices = prices;
        }

        @Override
        public Portfolio call() {
            for (int d = 1; d < prices.length; d++) {
                int s = strategy.signal(prices, d);
                if (s != 0) {
                    portfolio.trade(s, prices[d]);
                }
                portfolio.mark(d, prices[d]);
                days++;
            }
            return portfolio;
        }
    }

    private int totalTrades;
    private int totalDays;
    private final Map<Integer, Double> combined = new HashMap<>();

    public double run(List<Strategy> strategies, double[] prices) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newWorkStealingPool();
        try {
            List<Run> runs = new ArrayList<>();
            for (Strategy s : strategies) {
                runs.add(new Run(s, prices));
            }
            for (Future<Portfolio> f : pool.invokeAll(runs)) {
                Portfolio p = f.get();
                totalTrades += p.trades;
                p.equity.forEach((day, value) -> combined.merge(day, value, Double::sum));
            }
            for (Run r : runs) {
                totalDays += r.days;
            }
            return combined.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        } finally {
            pool.shutdown();
        }
    }

    public int totalTrades() {
        return totalTrades;
    }
}
