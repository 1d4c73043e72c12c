package org.armature.plug;

import java.util.Map;

public record Plugin(String id, int version, Map<String, byte[]> code) {
}
