FROM node:24-slim AS web
WORKDIR /fonds
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY vite.config.ts ./
COPY src/web src/web
RUN npx vite build --config vite.config.ts

FROM node:24-slim AS build
WORKDIR /fonds
COPY package.json package-lock.json .npmrc ./
# The npm package "node" brings a Node for machines without one; the image has its own.
RUN npm ci --omit=dev --ignore-scripts
COPY bin bin
COPY src src
COPY migrations migrations
COPY samples samples
COPY LICENSE README.md openapi.json ./
COPY --from=web /fonds/dist dist

FROM node:24-slim
# Tesseract of its own is three times as fast as the one that comes with the packages, and knows Russian.
RUN apt-get update && apt-get install -y --no-install-recommends tini \
  tesseract-ocr tesseract-ocr-deu tesseract-ocr-est tesseract-ocr-lav tesseract-ocr-lit tesseract-ocr-rus \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /fonds
COPY --from=build /fonds /fonds
RUN mkdir archive && chown node:node archive
USER node
ENV FONDS_HOME=/fonds/archive FONDS_HOST=0.0.0.0 FONDS_PORT=3000 NODE_ENV=production
VOLUME /fonds/archive
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.FONDS_PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "bin/fonds.mjs"]
CMD ["serve"]
