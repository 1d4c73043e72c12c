package org.bulwark.acl;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class AdminConsole implements Runnable {
    private final AccessControl control;
    private final BlockingQueue<String> input;
    private int executed;

    public AdminConsole(AccessControl control, BlockingQueue<String> input) {
        this.control = control;
        this.input = input;
    }

    @Override
    public void run() {
        try {
            for (String[] c = input.take().split(" "); !c[0].equals("quit"); c = input.take().split(" ")) {
                executed++;
                Permissions.Right r = c.length > 2 ? Permissions.Right.valueOf(c[2]) : Permissions.Right.READ;
                switch (c[0]) {
                    case "grant" -> control.of(c[1]).grant(r);
                    case "extra" -> control.of(c[1]).grantExtra(r);
                    case "deny" -> control.of(c[1]).deny(r);
                    case "check" -> System.out.println(control.check(c[1], r));
                    case "toggle" -> control.toggleStrict();
                    default -> System.out.println("? after " + executed);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] args) {
        AccessControl shared = new AccessControl();
        for (int i = 0; i < 3; i++) {
            new Thread(new AdminConsole(shared, new LinkedBlockingQueue<>())).start();
        }
    }
}
