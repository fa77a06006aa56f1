# syntax=docker/dockerfile:1

FROM node:20-bookworm-slim AS build
# One package is compiled when it is installed.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
# Away goes what the bundle holds or only making it needs, of the network's library what other systems need, of the readers'
# what draws pages, and what compiling left.
RUN node scripts/release/bundle-release.js \
  && rm -rf node_modules/@xenova node_modules/@huggingface node_modules/onnxruntime-web node_modules/sharp node_modules/@img \
    node_modules/esbuild node_modules/@esbuild node_modules/tsx node_modules/@napi-rs \
    node_modules/onnxruntime-node/bin/napi-v3/darwin node_modules/onnxruntime-node/bin/napi-v3/win32 \
    node_modules/hnswlib-node/build/Release/obj.target

FROM node:20-bookworm-slim
# For importing Git repositories.
RUN apt-get update \
  && apt-get install -y --no-install-recommends git ca-certificates \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /app/package.json /app/LICENSE /app/
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/scripts/cli.js /app/scripts/cli.js
COPY --from=build /app/dist/release /app/dist/release
COPY --from=build /app/src/web/page /app/src/web/page
COPY --from=build /app/dictionary /app/dictionary
COPY --from=build /app/models /app/models
# What is read and kept: a volume that is new begins with the articles that came along.
COPY --from=build --chown=node:node /app/corpus /data/corpus
RUN chown node:node /data
USER node
WORKDIR /data
VOLUME /data
ENV NODE_ENV=production
HEALTHCHECK --interval=5m --timeout=1m --start-period=10m CMD ["node", "/app/scripts/cli.js", "doctor"]
ENTRYPOINT ["node", "--max-semi-space-size=16", "/app/scripts/cli.js"]
CMD ["start"]
