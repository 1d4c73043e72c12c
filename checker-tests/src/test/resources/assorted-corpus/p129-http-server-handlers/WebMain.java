package tiny.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

public class WebMain {
    public static void main(String[] args) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(8080), 0);
        site.createContext("/", new HitHandler());
        site.setExecutor(Executors.newFixedThreadPool(16));
        site.start();

        HttpServer admin = HttpServer.create(new InetSocketAddress(8081), 0);
        admin.createContext("/status", new StatusHandler());
        admin.setExecutor(null);
        admin.start();
    }
}
