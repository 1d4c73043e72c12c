package k68;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Clerks {
    private final LendingDesk desk = new LendingDesk();
    private final ExecutorService clerks = Executors.newFixedThreadPool(3);

    void request(String book, String reader) {
        clerks.execute(() -> {
            if (!desk.lend(book, reader)) {
                desk.hold(book);
                desk.queue(reader);
            }
        });
    }

    void returned(String book) {
        clerks.execute(() -> {
            desk.giveBack(book);
            desk.unhold(book);
            String r = desk.next();
            if (r != null) {
                desk.lendOnce(book, r);
            }
        });
    }
}
