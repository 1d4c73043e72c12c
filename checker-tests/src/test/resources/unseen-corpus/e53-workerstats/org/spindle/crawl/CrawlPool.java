package org.spindle.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Fixed set of workers on one queue. */
public class CrawlPool {
	private final BlockingQueue<String> frontier = new LinkedBlockingQueue<>();
	private final Set<String> visited = ConcurrentHashMap.newKeySet();
	private final Set<String> banned = ConcurrentHashMap.newKeySet();
	private final List<Worker> workers = new ArrayList<>();
	private int pages;
	private long idleMillis;

	private class Worker implements Runnable {
		private int mine;
		private int errors;

		@Override
		public void run() {
			try {
				String url;
				while ((url = frontier.poll(100, TimeUnit.MILLISECONDS)) != null) {
					if (visited.add(url)) {
						mine++;
						pages++; // RACE rmw
						follow(url);
					}
				}
				synchronized (CrawlPool.this) {
					idleMillis += 100;
				}
			} catch (InterruptedException e) {
				errors++;
			}
		}

		private void follow(String url) {
			String next = url + "/x";
			if (!banned.contains(next) && next.length() < 40) {
				frontier.add(next);
			}
		}
	}

	public int crawl(List<String> seeds, int n) throws InterruptedException {
		frontier.addAll(seeds);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			Worker w = new Worker();
			workers.add(w);
			threads.add(new Thread(w));
		}
		threads.forEach(Thread::start);
		int sum = 0;
		for (int i = 0; i < n; i++) {
			threads.get(i).join();
			sum += workers.get(i).mine;
		}
		return sum;
	}

	public void ban(String url) {
		banned.add(url);
	}

	public int pages() {
		return pages;
	}
}
