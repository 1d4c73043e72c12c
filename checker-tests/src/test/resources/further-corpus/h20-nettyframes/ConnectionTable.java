package nettyframes;

import io.netty.channel.Channel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

class ConnectionTable {

    private final ConcurrentMap<String, Channel> byUser = new ConcurrentHashMap<>();

    boolean claim(String user, Channel channel) {
        Channel previous = byUser.put(user, channel);
        if (previous != null && previous != channel) {
            previous.close();
        }
        return true;
    }

    void free(String user, Channel channel) {
        byUser.remove(user, channel);
    }

    int size() {
        return byUser.size();
    }
}
