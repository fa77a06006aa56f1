import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;

/** A node for tests, without security: settings as name=value. It ends when its standard input does. */
public class StartNode extends Node {
    StartNode(Environment environment, Collection<Class<? extends Plugin>> plugins) {
        super(environment, plugins, false);
    }

    @SuppressWarnings("unchecked")
    static Class<? extends Plugin> plugin(String name) throws Exception {
        return (Class<? extends Plugin>) Class.forName(name);
    }

    public static void main(String[] args) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String arg : args) {
            int at = arg.indexOf('=');
            settings.put(arg.substring(0, at), arg.substring(at + 1));
        }
        Environment environment =
            InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
        Node node = new StartNode(environment, List.of(
            plugin("org.opensearch.transport.Netty4Plugin"),
            plugin("org.opensearch.index.mapper.MapperExtrasPlugin"),
            plugin("org.opensearch.knn.plugin.KNNPlugin")));
        node.start();
        while (System.in.read() >= 0) { }
        System.exit(0);
    }
}
