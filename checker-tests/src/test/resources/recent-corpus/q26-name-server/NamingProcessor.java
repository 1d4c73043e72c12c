package com.swiftmq.naming;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Dispatches the commands of remote brokers. */
public class NamingProcessor {

    private final RouteTable routes = new RouteTable();
    private final ExecutorService remoting = Executors.newFixedThreadPool(8);

    /** Called by the network layer for each command that was decoded. */
    public void onCommand(int code, String[] args) {
        remoting.execute(() -> process(code, args));
    }

    private void process(int code, String[] args) {
        switch (code) {
            case 103:
                routes.registerBroker(args[0], args[1], Long.parseLong(args[2]), args[3]);
                break;
            case 104:
                routes.unregisterBroker(args[0], args[1]);
                break;
            case 217:
                routes.registerTopic(args[0], args[1]);
                break;
            case 301:
                routes.registerFilter(args[0], args[1]);
                break;
            default:
                throw new IllegalArgumentException("code " + code);
        }
    }

    public int scan() {
        return routes.expire(System.currentTimeMillis() - 120_000);
    }
}
